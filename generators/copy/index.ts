export {
  type CallView,
  type CopyView,
  callCopy,
  containerCopy,
  flatCopy,
  isCondition,
  jsonCopy,
  oneOrManyCopy,
  orBooleanCopy,
  tupleCopy,
  valueCopy,
} from "./copy-view.js";
export { freeParameter } from "./parameter.js";
export { type Shape, shapeOf } from "./shape.js";
export {
  elementType,
  manyType,
  memberType,
  namedType,
  notBooleanType,
  notNullType,
  oneType,
  type TypeView,
} from "./type-view.js";
