/** The anchors that GitHub gives to the headings of a page, asked for in their order. */
export class Slugs {
  readonly #used = new Set<string>();

  next(heading: string): string {
    const base = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    let slug = base;
    for (let count = 1; this.#used.has(slug); count++) {
      slug = `${base}-${count}`;
    }
    this.#used.add(slug);
    return slug;
  }
}
