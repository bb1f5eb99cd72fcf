import type { KubernetesObject } from "../meta/index.js";
import { isInitial, isSynthetic, type Notification } from "./notification.js";
import type { Segment } from "./segment.js";

/** Notifications in one piece, so that memory is freed while a handler works through many. */
const pieceSize = 1_000;

/**
 * Notifications that handlers get together. They are sorted as they come: a list of 100,000 objects is handed out in one step,
 * which must not take long.
 */
export class NotificationBatch<T extends KubernetesObject> {
  readonly #all: Piece<T>[] = [];
  readonly #changes: Piece<T>[] = [];

  /** For handlers with a resync. */
  get all(): readonly Segment<T>[] {
    return this.#all;
  }

  /** For handlers without one, which need not hear that nothing has changed. */
  get changes(): readonly Segment<T>[] {
    return this.#changes;
  }

  push(notification: Notification<T>): void {
    append({ pieces: this.#all, notification });
    if (!isSynthetic(notification)) append({ pieces: this.#changes, notification });
  }
}

class Piece<T extends KubernetesObject> implements Segment<T> {
  initial = 0;
  synthetic = 0;
  readonly #notifications: Notification<T>[] = [];

  get length(): number {
    return this.#notifications.length;
  }

  at(index: number): Notification<T> | undefined {
    return this.#notifications[index];
  }

  push(notification: Notification<T>): void {
    this.#notifications.push(notification);
    if (isInitial(notification)) this.initial++;
    if (isSynthetic(notification)) this.synthetic++;
  }
}

function append<T extends KubernetesObject>(input: {
  readonly pieces: Piece<T>[];
  readonly notification: Notification<T>;
}): void {
  const { pieces, notification } = input;
  let last = pieces.at(-1);
  if (last === undefined || last.length === pieceSize) {
    last = new Piece<T>();
    pieces.push(last);
  }
  last.push(notification);
}
