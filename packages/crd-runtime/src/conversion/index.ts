export { MalformedConversionDataError, marshalData, unmarshalData } from "./data.js";
