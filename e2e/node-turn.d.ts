/** What the tests use of node-turn, which has no types of its own. */
declare module 'node-turn' {
  export default class Turn {
    constructor(settings: {
      listeningIps: string[];
      relayIps: string[];
      listeningPort: number;
      authMech: 'long-term';
      credentials: Record<string, string>;
    });
    start(): void;
    stop(): void;
  }
}
