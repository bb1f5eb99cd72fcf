import type { ApiType, TypeExpression, TypeId, TypesById } from "../model/index.js";

/** The declared types that an expression names. */
export function* referencesOf(expression: TypeExpression): Generator<TypeId> {
  switch (expression.kind) {
    case "reference":
      yield expression.id;
      break;
    case "array":
      yield* referencesOf(expression.element);
      break;
    case "tuple":
      for (const element of expression.elements) yield* referencesOf(element);
      break;
    case "map":
      yield* referencesOf(expression.value);
      break;
    case "nullable":
      yield* referencesOf(expression.type);
      break;
    case "object":
      for (const member of expression.members) yield* referencesOf(member.type);
      break;
    case "union":
      if (expression.form === "discriminated") {
        for (const member of expression.members) yield member.id;
      } else {
        yield* referencesOf(expression.type);
      }
      break;
  }
}

function successors(type: ApiType): readonly TypeId[] {
  const { declaration } = type;
  if (declaration.kind === "alias") return [...referencesOf(declaration.type)];
  return [
    ...declaration.extends.flatMap((base) => [...referencesOf(base)]),
    ...declaration.members.flatMap((member) => [...referencesOf(member.type)]),
  ];
}

/** A type on the search's path, with what is left to visit of it. */
interface Visit {
  readonly id: TypeId;
  readonly next: Iterator<TypeId>;
}

/**
 * Groups of types that contain themselves through each other: each recursive type with the number of its group.
 * Types outside any cycle are not in the map. (Tarjan's algorithm, without recursion.)
 */
export function findCycles(types: TypesById): ReadonlyMap<TypeId, number> {
  const order = new Map<TypeId, number>();
  const low = new Map<TypeId, number>();
  const open: TypeId[] = [];
  const isOpen = new Set<TypeId>();
  const selfContained = new Set<TypeId>();
  const cycles = new Map<TypeId, number>();

  const enter = (id: TypeId): Visit => {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    const type = types.get(id);
    return { id, next: (type === undefined ? [] : successors(type))[Symbol.iterator]() };
  };
  const lower = (id: TypeId, value: number | undefined): void => {
    if (value !== undefined) low.set(id, Math.min(low.get(id) ?? value, value));
  };
  const leave = (id: TypeId): void => {
    if (low.get(id) !== order.get(id)) return;
    const group = open.splice(open.lastIndexOf(id));
    for (const member of group) isOpen.delete(member);
    if (group.length > 1 || selfContained.has(id)) {
      for (const member of group) cycles.set(member, order.get(id) ?? 0);
    }
  };

  for (const root of types.keys()) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const step = visit.next.next();
      if (step.done === true) {
        path.pop();
        leave(visit.id);
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.id, low.get(visit.id));
      } else if (!order.has(step.value)) {
        path.push(enter(step.value));
      } else if (isOpen.has(step.value)) {
        if (step.value === visit.id) selfContained.add(visit.id);
        lower(visit.id, order.get(step.value));
      }
    }
  }
  return cycles;
}
