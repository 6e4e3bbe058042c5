export declare function performanceText(results: object): string;
