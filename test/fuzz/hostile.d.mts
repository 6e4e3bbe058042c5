export declare const hostilePatterns: Readonly<Record<string, unknown>>;
export declare function hostileText(name: string, length: number): string;
