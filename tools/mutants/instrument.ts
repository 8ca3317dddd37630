import { parseSync } from 'vite';
import { replacementsOf, type Node } from './replacements.ts';

/** One small change of a source: what stands at `start` to `end` is replaced. */
export interface Mutant {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly was: string;
  readonly is: string;
}

/** A source that holds all of its mutants, each behind a switch: `__mutant(id)` says whether it is on. */
export interface Instrumented {
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

/** Puts every mutant of a TypeScript source into it, switched off. Line breaks stay where they are. */
export function instrument(name: string, source: string): Instrumented {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name} can't be read: ${errors[0]!.message}`);
  const mutants: Mutant[] = [];
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  const visit = (node: Node, parent: Node | null): void => {
    for (const child of childrenOf(node)) visit(child, node);
    const { start, end } = node;
    let switches = '';
    for (const is of replacementsOf(source, node, parent)) {
      const id = mutants.length;
      const line = source.slice(0, start).split('\n').length;
      mutants.push({ id, start, end, line, was: source.slice(start, end), is });
      switches += is === '' ? `if (!__mutant(${id})) ` : `__mutant(${id}) ? (${is}) : `;
    }
    if (switches === '') return;
    // Outer nodes are visited after those within: their beginning goes before what is there, their end behind it.
    const [open, close] = switches.startsWith('if') ? ['{', '}'] : ['(', ')'];
    before.set(start, `${open}${switches}${before.get(start) ?? ''}`);
    after.set(end, `${after.get(end) ?? ''}${close}`);
  };
  visit(program as unknown as Node, null);
  return { code: `const __mutant = globalThis.__mutant; ${weave(source, before, after)}`, mutants };
}

function weave(
  source: string,
  before: ReadonlyMap<number, string>,
  after: ReadonlyMap<number, string>,
): string {
  let code = '';
  let from = 0;
  for (const at of [...new Set([...before.keys(), ...after.keys()])].toSorted((a, b) => a - b)) {
    code += source.slice(from, at) + (after.get(at) ?? '') + (before.get(at) ?? '');
    from = at;
  }
  return code + source.slice(from);
}

/** Nodes of types that hold an expression; all others whose name begins with TS only speak to the compiler. */
const WITH_EXPRESSION = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

function childrenOf(node: Node): Node[] {
  if (node.type === 'ImportDeclaration' || node.type === 'ChainExpression') {
    // A switch inside of a chain would cut it in two; only what is passed along in it is changed.
    return node.type === 'ChainExpression' ? argumentsIn(node) : [];
  }
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'key' && node['computed'] !== true) continue;
    // The module that something is passed on from.
    if (key === 'source' && node.type.startsWith('Export')) continue;
    if (key === 'left' && node.type === 'AssignmentExpression') children.push(...indexIn(value));
    else if (key === 'argument' && node.type === 'UpdateExpression') children.push(...indexIn(value));
    else children.push(...nodesIn(value));
  }
  return children;
}

function nodesIn(value: unknown): Node[] {
  const nodes: Node[] = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one !== 'object' || one === null || typeof one.type !== 'string') continue;
    if (one.type.startsWith('TS') && !WITH_EXPRESSION.has(one.type)) continue;
    nodes.push(one);
  }
  return nodes;
}

/** Of what is assigned to, only a computed index is an expression. */
function indexIn(target: unknown): Node[] {
  const [node] = nodesIn(target);
  if (!node) return [];
  if (WITH_EXPRESSION.has(node.type)) return indexIn(node['expression']);
  return node.type === 'MemberExpression' && node['computed'] === true ? nodesIn(node['property']) : [];
}

function argumentsIn(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'arguments'
      ? nodesIn(value)
      : ['expression', 'callee', 'object'].includes(key)
        ? nodesIn(value).flatMap(argumentsIn)
        : [],
  );
}
