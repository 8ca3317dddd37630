/** A node of the syntax tree (ESTree, with TypeScript's nodes), as far as it is looked at here. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '&&=': ['='],
  '||=': ['='],
  '??=': ['='],
};
/** Methods that say the opposite of each other, or look from the other end. */
const OPPOSITES: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  indexOf: 'lastIndexOf',
  find: 'findLast',
  findLast: 'find',
};
/** Methods without which a value is nearly the same. */
const LEFT_OUT = new Set(['filter', 'slice', 'toSorted', 'trim', 'toLowerCase', 'normalize']);
/** A whole number below is an index or a step, and becomes its neighbours; from here on it is a measure. */
const MEASURE = 16;

/**
 * The ways in which a node is changed, each as source: another operator (also at the boundary), a condition that is
 * always or never true, a negation left out, a number's neighbours, a measure halved and doubled, words and lists
 * emptied, a method's opposite or none, a statement left out. An empty string leaves a `break` or `continue` out.
 */
export function replacementsOf(source: string, node: Node, parent: Node | null): readonly string[] {
  const text = (one: unknown): string => source.slice((one as Node).start, (one as Node).end);
  const replacements: string[] = [];
  if (parent && isCondition(node, parent)) replacements.push(...conditions(parent));
  if (parent?.type === 'ExpressionStatement') replacements.push('undefined');
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression': {
      const [left, right] = [text(node['left']), text(node['right'])];
      for (const by of OPERATORS[node['operator'] as string] ?? [])
        replacements.push(`${left} ${by} ${right}`);
      break;
    }
    case 'UnaryExpression':
      if (node['operator'] === '!' || node['operator'] === '-') replacements.push(text(node['argument']));
      break;
    case 'UpdateExpression':
      replacements.push(`${text(node['argument'])}${node['operator'] === '++' ? '--' : '++'}`);
      break;
    case 'Literal':
      replacements.push(...literals(node['value']));
      break;
    case 'TemplateLiteral':
      // What a tag is given is no expression by itself.
      if (parent?.type !== 'TaggedTemplateExpression') replacements.push("''");
      break;
    case 'ArrayExpression':
      if ((node['elements'] as unknown[]).length > 0) replacements.push('[]');
      break;
    case 'CallExpression':
      replacements.push(...calls(source, node));
      break;
    case 'BreakStatement':
    case 'ContinueStatement':
      return [''];
  }
  return replacements;
}

function isCondition(node: Node, parent: Node): boolean {
  return parent['test'] === node && parent.type !== 'SwitchCase';
}

/** A loop is only ever left out: without an end it would be stopped, and told to be so, by no test of ours. */
function conditions({ type }: Node): string[] {
  return type === 'IfStatement' || type === 'ConditionalExpression' ? ['true', 'false'] : ['false'];
}

function literals(value: unknown): string[] {
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value === 'string') return [value === '' ? "'mutant'" : "''"];
  if (typeof value !== 'number') return [];
  if (value === 0) return ['1'];
  if (Number.isInteger(value) && value < MEASURE) return [String(value + 1), String(value - 1)];
  return Number.isInteger(value)
    ? [String(value * 2), String(value >> 1)]
    : [String(value * 2), String(value / 2)];
}

function calls(source: string, { callee, end }: Node): string[] {
  const { type, computed, object, property } = callee as Node & Record<'object' | 'property', Node>;
  if (type !== 'MemberExpression' || computed === true) return [];
  const name = property['name'] as string;
  const receiver = source.slice(object.start, object.end);
  if (Object.hasOwn(OPPOSITES, name))
    return [`${receiver}.${OPPOSITES[name]!}${source.slice(property.end, end)}`];
  return LEFT_OUT.has(name) ? [receiver] : [];
}
