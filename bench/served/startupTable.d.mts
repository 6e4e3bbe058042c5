export declare function startupRow(
  table: string,
  id: string,
): { readonly loadCode: number; readonly callActivate: number; readonly finishActivate: number } | undefined;
