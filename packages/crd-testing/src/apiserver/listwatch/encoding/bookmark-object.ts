import type { ApiObject } from "../../object.js";
import type { ApiResource } from "../../resources/resource.js";
import type { Bookmark } from "./encoding.js";

/** The object of a bookmark: nothing but its kind and a resourceVersion. */
export function bookmarkObject(resource: ApiResource, bookmark: Bookmark): ApiObject {
  const { group, version, kind } = resource;
  return {
    kind,
    apiVersion: group === "" ? version : `${group}/${version}`,
    metadata: {
      resourceVersion: String(bookmark.revision),
      ...(bookmark.endsInitialEvents
        ? { annotations: { "k8s.io/initial-events-end": "true" } }
        : {}),
    },
    ...resource.zeroMembers,
  };
}
