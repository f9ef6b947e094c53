// Jest's global tear-down of the stories: stops the stack that `launch-stack.cjs` started.
module.exports = async function stopStack() {
  await globalThis.stopStories?.();
};
