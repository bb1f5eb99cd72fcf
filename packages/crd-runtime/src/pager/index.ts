export type { FullList } from "./list-all.js";
export { ListPager, type ListPagerOptions } from "./list-pager.js";
