import { type ApiError, isConflict, type RestClient } from "crd-runtime";
import {
  extractWidget,
  extractWidgetStatus,
  partApplyConfiguration,
  shelfApplyConfiguration,
  widgetApplyConfiguration,
  widgetSpecApplyConfiguration,
} from "./client/applyconfigurations/apply.example.com/v1.js";
import { Clientset } from "./client/clientset/clientset.js";

/** What two managers do to one object, and what comes of it. */
export async function serverProgram(rest: RestClient): Promise<unknown> {
  const client = new Clientset(rest).applyV1();
  const widgets = client.widgets("default");
  const one = { fieldManager: "one" };
  const two = { fieldManager: "two" };

  // The first application creates the object; a second manager adds to it.
  const created = await widgets.apply(
    widgetApplyConfiguration("shared", "default")
      .withLabels({ a: "1" })
      .withSpec(
        widgetSpecApplyConfiguration()
          .withSize(3)
          .withParts(partApplyConfiguration().withName("wheel").withCount(4))
          .withSettings({ speed: "slow" })
          .withSelector({ matchLabels: { a: "1" } })
          .withLayout({ rows: 2 }),
      ),
    one,
  );
  const together = await widgets.apply(
    {
      metadata: { name: "shared", labels: { b: "2" } },
      spec: { color: "red", settings: { noise: "low" }, layout: { columns: 3 } },
    },
    two,
  );
  const extracted = {
    one: extractWidget(together, "one"),
    two: extractWidget(together, "two"),
    nobody: extractWidget(together, "nobody"),
  };

  // What another owns is a conflict, unless it is taken by force.
  const taking = extractWidget(together, "two").withSpec({ ...extracted.two.spec, size: 5 });
  const conflict = await widgets.apply(taking, two).catch((error: ApiError) => ({
    isConflict: isConflict(error),
    causes: error.status?.details?.causes,
  }));
  const taken = await widgets.apply(taking, { ...two, force: true });

  // What is left out goes, when nobody else owns it.
  const removed = await widgets.apply(extracted.two, two);

  // The status has managers of its own.
  const withStatus = await widgets.applyStatus(
    { metadata: { name: "shared" }, status: { ready: 1 } },
    { fieldManager: "one" },
  );
  const relabelled = await widgets.apply(extractWidget(withStatus, "one").withLabels({ c: "3" }), one);
  await widgets.apply(extractWidget(relabelled, "two").withAnnotations({ dry: "run" }), {
    ...two,
    dryRun: ["All"],
  });
  const last = await widgets.get("shared");
  const shelf = await client
    .shelves()
    .apply(shelfApplyConfiguration("oak").withSpec({ height: 7 }), one);
  return {
    created: { labels: created.metadata.labels, spec: created.spec },
    together: { labels: together.metadata.labels, spec: together.spec },
    extracted,
    conflict,
    taken: { spec: taken.spec, one: extractWidget(taken, "one").spec },
    removed: removed.spec,
    status: {
      status: withStatus.status,
      applied: extractWidgetStatus(withStatus, "one"),
      // An application to the object itself does not own it.
      main: extractWidget(withStatus, "one").status,
    },
    last: {
      labels: last.metadata.labels,
      annotations: last.metadata.annotations,
      spec: last.spec,
      status: last.status,
    },
    shelf: { apiVersion: shelf.apiVersion, kind: shelf.kind, spec: shelf.spec },
  };
}
