/** Stands in for polyfills of what every browser that this is built for (`build.target`) has by itself. */
export const polyfill = null;
