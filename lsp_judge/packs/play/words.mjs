// How figures read: three digits and a unit.

const TIMES = ["ns", "µs", "ms", "s"];
const SIZES = ["B", "KiB", "MiB", "GiB"];

function shown(value, units, step, most) {
  let at = 0;
  while (value >= most && at < units.length - 1) {
    value /= step;
    at++;
  }
  const decimals = value >= 99.95 || Number.isInteger(value) ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(decimals)} ${units[at]}`;
}

export function duration(ns) {
  return shown(ns, TIMES, 1000, 999.5);
}

export function size(bytes) {
  return shown(bytes, SIZES, 1024, 1000);
}
