/** The people around Slack, who act through the test that holds them. */
export class Stage {
  #url;

  constructor(url) {
    this.#url = url;
  }

  /** What is known by name from the start. */
  async facts() {
    return (await fetch(`${this.#url}/facts`)).json();
  }

  /** People do something; resolves to what came of it. */
  async act(action) {
    const answer = await fetch(`${this.#url}/act`, { method: 'POST', body: JSON.stringify(action) });
    const { result, trouble } = await answer.json();
    if (trouble) {
      throw new Error(trouble);
    }
    return result;
  }
}
