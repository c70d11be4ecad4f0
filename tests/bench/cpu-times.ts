/** Processor time of a program's processes by kind, in milliseconds. `browser` is the main process. */
export interface CpuTimes {
  readonly browser: number;
  readonly renderer: number;
  readonly gpu: number;
  readonly other: number;
}

export const idle: CpuTimes = { browser: 0, renderer: 0, gpu: 0, other: 0 };

export function total({ browser, renderer, gpu, other }: CpuTimes): number {
  return browser + renderer + gpu + other;
}

export function less(a: CpuTimes, b: CpuTimes): CpuTimes {
  return {
    browser: a.browser - b.browser,
    renderer: a.renderer - b.renderer,
    gpu: a.gpu - b.gpu,
    other: a.other - b.other,
  };
}

export function share({ browser, renderer, gpu, other }: CpuTimes, of: number): CpuTimes {
  return { browser: browser * of, renderer: renderer * of, gpu: gpu * of, other: other * of };
}
