// Lets a program elsewhere find the packages that are installed here: node --import .../here.mjs program.mjs
import { register } from 'node:module';

const here = JSON.stringify(import.meta.url);
const hooks = `export async function resolve(name, context, next) {
  try {
    return await next(name, context);
  } catch (notThere) {
    return next(name, { ...context, parentURL: ${here} });
  }
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
