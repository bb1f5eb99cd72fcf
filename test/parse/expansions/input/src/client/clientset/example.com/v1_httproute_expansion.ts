export interface HTTPRouteExpansion {
  ping(): Promise<void>;
}

export const httpRouteExpansion = (): HTTPRouteExpansion => ({ async ping() {} });
