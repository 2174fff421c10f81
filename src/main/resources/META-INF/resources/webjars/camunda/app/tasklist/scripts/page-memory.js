/*
 * Nothing that Tasklist would leave in the browser's storage gets there: it writes the drafts of forms into it, at "Save" and
 * when a session times out, and the next person at this computer could read them. It all lives as long as the page does.
 */
export default function keepInPageMemory() {
  const memories = new Map([localStorage, sessionStorage].map(storage => [storage, new Map()]));
  const memoryOf = storage => memories.get(storage);
  memories.forEach((_, storage) => storage.clear());

  Storage.prototype.getItem = function (key) {
    return memoryOf(this).get(key) ?? null;
  };
  Storage.prototype.setItem = function (key, value) {
    // What was removed stays so: the form of a completed task takes its leave with one more draft.
    if (memoryOf(this).get(key) !== null) {
      memoryOf(this).set(key, String(value));
    }
  };
  Storage.prototype.removeItem = function (key) {
    memoryOf(this).set(key, null);
  };
}
