import { type ApiVersion, extendsBuiltin } from "../model/index.js";
import {
  fileValue,
  memberKey,
  quoted,
  typeSymbol,
  validationType,
  validationValue,
} from "../render/index.js";
import { FileSchemas } from "./file-schemas.js";
import type {
  ArgumentPlan,
  CheckPlan,
  MatchPlan,
  MemberPlan,
  ModalPlan,
  PresenceRulePlan,
  PropertyPlan,
  StatementPlan,
} from "./plan.js";
import type { Plans } from "./plans.js";
import { functionName, Scope, type Subject } from "./scope.js";
import {
  type CheckView,
  type FileView,
  type FunctionView,
  type PropertyView,
  runtime,
  type StatementView,
} from "./view.js";

/** The file of a version: what the scheme is told, the functions of its types, and those of types from elsewhere. */
export function fileView(input: { readonly plans: Plans; readonly version: ApiVersion }): FileView {
  const { plans, version } = input;
  const { types } = plans.index;
  const scope = new Scope(input);
  const own = version.types
    .flatMap((type) => {
      const plan = plans.plans.get(type.id);
      return plan === undefined ? [] : [{ name: functionName(type.name), type, plan }];
    })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const functions = own.map((subject) => functionView(scope, { ...subject, exported: true }));
  for (let asked = scope.takeAsked(); asked.length > 0; asked = scope.takeAsked()) {
    functions.push(...asked.map((subject) => functionView(scope, subject)));
  }
  const kinds = own
    .filter(
      ({ type }) => plans.roots.has(type.id) && extendsBuiltin(types, { type, name: "TypeMeta" }),
    )
    .flatMap(({ type }) => {
      const found = scope.functionOf(type.id);
      return found === undefined ? [] : [{ kind: type.name, function: found }];
    });
  const schemas = new FileSchemas({ plans, version });
  for (const { type } of own) schemas.add(type);
  return {
    runtime,
    group: version.group,
    version: version.version,
    kinds,
    schemas: schemas.views,
    functions: functions.map((one) => ({ ...one, schema: schemas.nameOf(one.name) })),
  };
}

function functionView(scope: Scope, subject: Subject): Omit<FunctionView, "schema"> {
  const { name, exported, type, plan } = subject;
  const isRuled = exported && scope.schemaOf(type)?.hasRules === true;
  return {
    name,
    exported,
    description: exported ? `What is wrong with a value of ${type.name}.` : "",
    inputType: validationType(isRuled ? "RuledInput" : "ValidationInput"),
    type: typeSymbol(type),
    isScalar: scope.isScalar(type),
    statements: plan.statements.map((statement) => statementView(scope, statement)),
  };
}

function statementView(scope: Scope, statement: StatementPlan): StatementView {
  if (statement.kind === "group") {
    return {
      template: "validation-gen/statement/group",
      function: validationValue(statement.name),
      properties: statement.properties.map(propertyView),
    };
  }
  if (statement.kind === "modal") return modalView(scope, statement);
  if (statement.kind === "value") {
    const checks = statement.checks.flatMap((check) => checkView(scope, check) ?? []);
    const template = "validation-gen/statement/value";
    return { template, function: validationValue("value"), checks };
  }
  return memberView(scope, statement);
}

function memberView(scope: Scope, statement: MemberPlan): StatementView {
  const { presence, member, isMap, rules, update, checks } = statement;
  return {
    template: "validation-gen/statement/member",
    function: validationValue(presence),
    member,
    isMap,
    rules: rules.map(ruleView),
    update: update.flatMap((check) => checkView(scope, check) ?? []),
    checks: checks.flatMap((check) => checkView(scope, check) ?? []),
  };
}

function modalView(scope: Scope, statement: ModalPlan): StatementView {
  const { discriminator, absent, member, isMap, stability, modes } = statement;
  return {
    template: "validation-gen/statement/modal",
    function: validationValue("modal"),
    discriminator,
    absent,
    member,
    isMap,
    stability,
    modes: modes.map((mode) => ({
      key: memberKey(mode.value),
      statements: [memberView(scope, mode.statement)],
    })),
  };
}

/** `{ presence: "required", enabled: ["Strict"] }`. */
function ruleView({ presence, enabled, disabled, stability }: PresenceRulePlan): string {
  const list = (key: string, options: readonly string[]): readonly string[] =>
    options.length === 0 ? [] : [`${key}: [${options.map(quoted).join(", ")}]`];
  const parts = [
    `presence: ${quoted(presence)}`,
    ...list("enabled", enabled),
    ...list("disabled", disabled),
    ...(stability === undefined ? [] : [`stability: ${quoted(stability)}`]),
  ];
  return `{ ${parts.join(", ")} }`;
}

function propertyView(property: PropertyPlan): PropertyView {
  return {
    template: `validation-gen/property/${property.kind}`,
    key: property.key,
    text: property.kind === "text" ? property.text : "",
    items: property.kind === "text" ? [] : property.items,
  };
}

function checkView(scope: Scope, check: CheckPlan): CheckView | undefined {
  switch (check.kind) {
    case "function":
      return check.arguments === undefined
        ? { template: "validation-gen/check/symbol", symbol: validationValue(check.name) }
        : call({ name: check.name, arguments: check.arguments });
    case "type": {
      const symbol = scope.functionOf(check.id);
      return symbol && { template: "validation-gen/check/symbol", symbol };
    }
    case "custom": {
      const symbol = fileValue({ name: check.name, path: check.module });
      return { template: "validation-gen/check/symbol", symbol };
    }
    case "with":
      return {
        template: "validation-gen/check/with",
        function: validationValue(check.name),
        properties: check.properties.map(propertyView),
        checks: check.checks.flatMap((one) => checkView(scope, one) ?? []),
      };
    case "each":
      return {
        template: "validation-gen/check/each",
        function: validationValue(check.name),
        match: check.match && matchView(check.match),
        checks: check.checks.flatMap((one) => checkView(scope, one) ?? []),
      };
    case "wrap":
      return {
        template: "validation-gen/check/wrap",
        function: validationValue(check.name),
        checks: check.checks.flatMap((one) => checkView(scope, one) ?? []),
      };
    case "inline":
      return {
        template: "validation-gen/check/inline",
        statements: check.statements.map((one) => statementView(scope, one)),
      };
    case "cases":
      return {
        template: "validation-gen/check/cases",
        function: validationValue("byDiscriminant"),
        discriminant: quoted(check.discriminant),
        cases: check.cases.map(({ value, id }) => ({
          key: memberKey(value),
          check: scope.functionOf(id),
        })),
      };
  }
}

function call(input: {
  readonly name: string;
  readonly arguments: readonly ArgumentPlan[];
}): CheckView {
  return {
    template: "validation-gen/check/call",
    function: validationValue(input.name),
    arguments: input.arguments.map((one) =>
      typeof one === "string"
        ? { template: "validation-gen/check/text", text: one }
        : matchView(one),
    ),
  };
}

function matchView({ match, keys }: MatchPlan): CheckView {
  return match === "byValue"
    ? { template: "validation-gen/check/symbol", symbol: validationValue(match) }
    : call({ name: match, arguments: keys.map(quoted) });
}
