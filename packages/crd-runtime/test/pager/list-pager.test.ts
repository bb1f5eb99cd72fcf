import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { ListAnswer } from "../../src/cache/index.js";
import { ListPager, type ListPagerOptions } from "../../src/pager/index.js";
import { isExpired, type ListOptions } from "../../src/rest/index.js";
import { FakeSource } from "../cache/fake-source.js";
import { expired, type Thing, thing } from "../cache/objects.js";
import { deferred } from "../deferred.js";

const pageSize = 10;
const stopped = new Error("stopped");

function sourceOf(count: number): FakeSource<Thing> {
  const source = new FakeSource<Thing>();
  for (let at = 0; at < count; at++) source.put(thing({ name: `thing-${at}` }));
  return source;
}

function pagerOf(client: FakeSource<Thing>, options: Partial<ListPagerOptions<Thing>> = {}) {
  return new ListPager<Thing>({ client, pageSize, ...options });
}

/** Makes the second page expire. */
function expireSecondPage(source: FakeSource<Thing>): void {
  const list = source.list.bind(source);
  source.list = async (options: ListOptions): Promise<ListAnswer<Thing>> => {
    if (options.continue !== undefined) source.compact();
    return await list(options);
  };
}

const names = (items: readonly Thing[]): unknown[] => items.map(({ metadata }) => metadata.name);
const expectedNames = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `thing-${at}`);

describe("ListPager.list", () => {
  // client-go: TestListPager_List
  it.each([
    { what: "nothing", count: 0, lists: 1 },
    { what: "one object", count: 1, lists: 1 },
    { what: "one full page", count: 10, lists: 1 },
    { what: "two pages", count: 11, lists: 2 },
    { what: "three pages", count: 30, lists: 3 },
  ])("reads $what", async ({ count, lists }) => {
    const source = sourceOf(count);
    const { items, paginated, resourceVersion } = await pagerOf(source).list();
    expect(names(items)).toEqual(expectedNames(count));
    expect(paginated).toBe(lists > 1);
    expect(resourceVersion).toBe(source.version);
    expect(source.lists().map(({ limit }) => limit)).toEqual(Array(lists).fill(pageSize));
  });

  it("names versions for the first page alone, selectors for all", async () => {
    const source = sourceOf(30);
    await pagerOf(source).list({
      resourceVersion: "7",
      resourceVersionMatch: "Exact",
      labelSelector: "a=b",
      limit: 20,
    });
    expect(source.lists()).toEqual([
      { resourceVersion: "7", resourceVersionMatch: "Exact", labelSelector: "a=b", limit: 20 },
      { labelSelector: "a=b", limit: 20, continue: "page-1" },
    ]);
  });

  it("asks for everything at the same version when the second page has expired", async () => {
    const source = sourceOf(30);
    expireSecondPage(source);
    const { items, paginated } = await pagerOf(source).list({
      resourceVersion: "7",
      resourceVersionMatch: "Exact",
    });
    expect(names(items)).toEqual(expectedNames(30));
    expect(paginated).toBe(true);
    expect(source.lists().at(-1)).toEqual({ resourceVersion: "7", resourceVersionMatch: "Exact" });
  });

  it("does not when it is told so, nor when the first page has expired", async () => {
    const source = sourceOf(30);
    expireSecondPage(source);
    const pager = pagerOf(source, { fullListIfExpired: false });
    await expect(pager.list()).rejects.toSatisfy(isExpired);
    expect(source.lists()).toHaveLength(2);
    source.nextLists.push(() => {
      throw expired();
    });
    await expect(pagerOf(source).list()).rejects.toSatisfy(isExpired);
    expect(source.lists()).toHaveLength(3);
  });

  it("asks for everything at once with a page size of 0", async () => {
    const source = sourceOf(30);
    const { items } = await pagerOf(source, { pageSize: 0 }).list();
    expect(items).toHaveLength(30);
    expect(source.lists()).toEqual([{}]);
  });

  // client-go constant: pager page size
  it("asks for 500 objects at a time where nothing is said", async () => {
    const source = sourceOf(501);
    await new ListPager<Thing>({ client: source }).list();
    expect(source.lists().map(({ limit }) => limit)).toEqual([500, 500]);
  });

  it("ends between pages when it is aborted", async () => {
    const source = sourceOf(30);
    const controller = new AbortController();
    source.nextLists.push(() => {
      controller.abort(stopped);
      return { metadata: { continue: "page-1" }, items: [] };
    });
    const list = pagerOf(source).list({ signal: controller.signal });
    await expect(list).rejects.toBe(stopped);
    expect(source.lists()).toHaveLength(1);
  });

  it.each([{ pageSize: -1 }, { pageSize: 1.5 }, { pageBufferSize: -1 }])(
    "refuses %o",
    (options) => {
      expect(() => pagerOf(sourceOf(0), options)).toThrow(RangeError);
    },
  );
});

describe("ListPager.eachListItem", () => {
  // client-go: TestListPager_EachListItem
  it.each([0, 1, 10, 11, 30])("gives %d objects in their order", async (count) => {
    const items: Thing[] = [];
    await pagerOf(sourceOf(count)).eachListItem((item) => void items.push(item));
    expect(names(items)).toEqual(expectedNames(count));
  });

  it("gives the objects before a page that has expired, and fails", async () => {
    const source = sourceOf(30);
    expireSecondPage(source);
    const items: Thing[] = [];
    const each = pagerOf(source).eachListItem((item) => void items.push(item));
    await expect(each).rejects.toSatisfy(isExpired);
    expect(names(items)).toEqual(expectedNames(10));
  });

  it("ends with what the function throws", async () => {
    const items: Thing[] = [];
    const failed = new Error("failed");
    const each = pagerOf(sourceOf(30)).eachListItem(async (item) => {
      items.push(item);
      if (items.length === 12) throw failed;
    });
    await expect(each).rejects.toBe(failed);
    expect(items).toHaveLength(12);
  });

  it("ends with the signal's reason after the object in which it was aborted", async () => {
    const { signal, abort } = abortable();
    const items: Thing[] = [];
    const each = pagerOf(sourceOf(30)).eachListItem(
      (item) => {
        if (items.push(item) === 12) abort();
      },
      { signal },
    );
    await expect(each).rejects.toBe(stopped);
    expect(items).toHaveLength(12);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("ends while a page is waited for", async () => {
    const { signal, abort } = abortable();
    const source = sourceOf(1);
    source.nextLists.push(() => new Promise(() => {}));
    const each = pagerOf(source).eachListItem(() => {}, { signal });
    abort();
    await expect(each).rejects.toBe(stopped);
  });

  it("lists nothing when it is aborted before", async () => {
    const source = sourceOf(1);
    const each = pagerOf(source).eachListItem(() => {}, { signal: AbortSignal.abort(stopped) });
    await expect(each).rejects.toBe(stopped);
    expect(source.lists()).toEqual([]);
  });

  it("names no version after the first page; deviation: client-go does, which servers refuse", async () => {
    const source = sourceOf(11);
    await pagerOf(source).eachListItem(() => {}, { resourceVersion: "7" });
    expect(source.lists().map((list) => list.resourceVersion)).toEqual(["7", undefined]);
  });

  it("refuses an answer that is no list", async () => {
    const source = sourceOf(1);
    source.nextLists.push(() => JSON.parse('{"metadata":{}}'));
    await expect(pagerOf(source).eachListItem(() => {})).rejects.toThrow(TypeError);
  });
});

describe("ListPager.eachListPage", () => {
  // client-go constant: pager page buffer
  // client-go: TestListPager_eachListPageBuffered
  it.each([
    { buffer: 0, pages: 1, processed: 1, lists: 1 },
    { buffer: 0, pages: 5, processed: 1, lists: 2 },
    { buffer: 0, pages: 5, processed: 2, lists: 3 },
    { buffer: 0, pages: 5, processed: 5, lists: 5 },
    { buffer: 1, pages: 5, processed: 1, lists: 3 },
    { buffer: 1, pages: 5, processed: 5, lists: 5 },
    { buffer: 10, pages: 5, processed: 1, lists: 5 },
    { buffer: 10, pages: 20, processed: 1, lists: 12 },
    { buffer: undefined, pages: 20, processed: 1, lists: 12 },
  ])(
    "with a buffer of $buffer has asked for $lists of $pages when $processed are worked on",
    async (pace) => {
      const { buffer, pages, processed, lists } = pace;
      const source = sourceOf(pages * pageSize);
      const gate = deferred<void>();
      let seen = 0;
      const each = pagerOf(source, { pageBufferSize: buffer }).eachListPage(async () => {
        if (++seen === processed) await gate.promise;
      });
      await new Promise((resolve) => setImmediate(resolve));
      expect([seen, source.lists().length]).toEqual([processed, lists]);
      gate.resolve();
      await each;
      expect([seen, source.lists().length]).toEqual([pages, pages]);
    },
  );

  it("gives up the page that is being read when the function throws", async () => {
    const source = sourceOf(30);
    let given: AbortSignal | undefined;
    source.nextLists.push(
      () => ({ metadata: { continue: "page-1" }, items: [] }),
      ({ signal }) => {
        given = signal;
        return new Promise(() => {});
      },
    );
    const failed = new Error("failed");
    const each = pagerOf(source).eachListPage(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      throw failed;
    });
    await expect(each).rejects.toBe(failed);
    expect(given?.aborted).toBe(true);
  });
});

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(stopped) };
}
