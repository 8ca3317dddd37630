import { memo } from 'react';
import { Link } from 'wouter';
import type { Figure, FigureLink, Shape, Target } from '../../core/claims/figure.ts';
import styles from './figure-drawing.module.css';

/**
 * A figure as SVG. Its shapes are for the eye; those who don't see them have its links, each of which says all of what
 * it is, and the table behind it. `labelledBy` is the id of its heading, `onFollow` is told what was followed.
 */
export const FigureDrawing = memo(function FigureDrawing(props: {
  figure: Figure;
  labelledBy: string;
  addressOf: (target: Target) => string;
  onFollow: (target: Target) => void;
}) {
  const { figure, labelledBy, addressOf, onFollow } = props;
  const { width, height, shapes, links } = figure;
  const placed = (link: FigureLink, index: number) => (
    <Link
      aria-label={link.pointed ? undefined : link.label}
      className={styles['link']}
      href={addressOf(link.target)}
      // Not by its place: what has the focus keeps it when the figure is laid out for another width.
      key={`${link.label} ${index}`}
      tabIndex={link.pointed ? -1 : undefined}
      onClick={() => onFollow(link.target)}
    >
      {link.pointed && <title>{link.label}</title>}
      <rect height={link.height} rx="4" width={link.width} x={link.x} y={link.y} />
    </Link>
  );
  return (
    <svg
      aria-labelledby={labelledBy}
      className={styles['figure']}
      height={height}
      role="group"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
    >
      <g aria-hidden="true">
        {shapes.map((shape, index) => (
          // A figure is laid out anew as a whole: a shape's place in it is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <DrawnShape key={index} shape={shape} />
        ))}
        {links.filter(({ pointed }) => pointed).map(placed)}
      </g>
      {links.filter(({ pointed }) => !pointed).map(placed)}
    </svg>
  );
});

function DrawnShape({ shape }: { shape: Shape }) {
  const filled = {
    'data-ink': shape.ink,
    'data-slot': shape.slot,
    fillOpacity: shape.tint,
    className: styles[shape.shape],
  };
  if (shape.shape === 'rect') {
    const { x, y, width, height, round } = shape;
    return <rect {...filled} height={height} rx={round} width={width} x={x} y={y} />;
  }
  if (shape.shape === 'text') {
    const { x, y, text, size, weight, anchor, turned } = shape;
    return (
      <text
        {...filled}
        fontSize={size}
        fontWeight={weight}
        textAnchor={anchor}
        transform={turned ? `rotate(-90 ${x} ${y})` : undefined}
        x={x}
        y={y}
      >
        {text}
      </text>
    );
  }
  const { x, y, scaleX, scaleY, d, outlined } = shape;
  return (
    <path
      {...filled}
      d={d}
      data-outlined={outlined}
      transform={`translate(${x} ${y}) scale(${scaleX} ${scaleY})`}
    />
  );
}
