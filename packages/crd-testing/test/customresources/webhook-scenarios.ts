import { answer, converted, converting, type Respond } from "./conversion-webhook.js";

/** How a conversion webhook may behave, by title. */
export const behaviours: Readonly<Record<string, Respond>> = {
  converts: converting,
  "changes labels and annotations, and tries to change more": (review) =>
    answer(
      review,
      review.request.objects.map((object) => ({
        ...converted(object, review.request.desiredAPIVersion),
        metadata: {
          ...object.metadata,
          labels: { new: "label" },
          annotations: { a: "b" },
          generation: 99,
          finalizers: ["example.com/x"],
        },
      })),
    ),
  "says that it failed": (review) => ({
    body: {
      ...review,
      response: { uid: review.request.uid, result: { status: "Failure", message: "no way" } },
    },
  }),
  "fails without a word": (review) => ({
    body: { ...review, response: { uid: review.request.uid, result: {} } },
  }),
  "answers another request": (review) => ({
    body: { ...review, response: { uid: "other", result: { status: "Success" } } },
  }),
  "answers no response": ({ apiVersion, kind }) => ({ body: { apiVersion, kind } }),
  "answers something else": (review) => ({
    body: { ...answer(review, []).body, kind: "Other" },
  }),
  "loses objects": (review) => answer(review, []),
  "does not convert": (review) => answer(review, review.request.objects),
  "changes the kind": (review) =>
    answer(
      review,
      review.request.objects.map((object) => ({
        ...converted(object, review.request.desiredAPIVersion),
        kind: "Other",
      })),
    ),
  "changes the name": (review) =>
    answer(
      review,
      review.request.objects.map((object) => ({
        ...converted(object, review.request.desiredAPIVersion),
        metadata: { ...object.metadata, name: "other" },
      })),
    ),
  "changes the uid": (review) =>
    answer(
      review,
      review.request.objects.map((object) => ({
        ...converted(object, review.request.desiredAPIVersion),
        metadata: { ...object.metadata, uid: "other" },
      })),
    ),
  "makes a wrong label": (review) =>
    answer(
      review,
      review.request.objects.map((object) => ({
        ...converted(object, review.request.desiredAPIVersion),
        metadata: { ...object.metadata, labels: { a: "b c" } },
      })),
    ),
  "makes a label of a number": (review) =>
    answer(
      review,
      review.request.objects.map((object) => ({
        ...converted(object, review.request.desiredAPIVersion),
        metadata: { ...object.metadata, labels: { a: 1 } },
      })),
    ),
  "drops metadata": (review) =>
    answer(
      review,
      review.request.objects.map((object) => {
        const { metadata: _, ...rest } = converted(object, review.request.desiredAPIVersion);
        return rest;
      }),
    ),
  "is broken": () => ({ status: 500, body: "boom" }),
  "is not there": () => ({ status: 404, body: "" }),
};
