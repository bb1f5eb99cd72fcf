export interface HTTPRoute {
  path: string;
}

export interface HttpRoute {
  path: string;
}

export interface RoutePassthrough {
  path: string;
}

export interface Route {
  path: string;
}
