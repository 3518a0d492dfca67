/**
 * The line between two browsers, as one side has it: the stream from the server, the connection (WebRTC) that is made over it, and
 * messages, which go over the connection when it stands and over the server when it does not. The clerk's side offers.
 */
import { remoteHelpContract, type Said, type Side } from '#modules/remotehelp/contract';
import { asProblem, call, hrefOf, newKey } from '#web/client/client.ts';
import { inParts, Joined, longest } from './parts.ts';

export type Link = 'connecting' | 'connected' | 'lost' | 'none';
export interface LineEvents {
  /** The two have begun a connection, the first one or anew: the other browser may know nothing yet. */
  begun: () => void;
  /** How the help stands has changed: read it again. */
  changed: () => void;
  message: (text: string) => void;
  link: (link: Link) => void;
  otherAway: (away: boolean) => void;
  remote: (stream: MediaStream) => void;
  elsewhere: () => void;
}
type Server = { urls: string[]; username?: string; credential?: string };

/** Milliseconds for which a broken connection may mend itself before it is begun anew. */
const mends = 3000;

export class HelpLine {
  readonly tab = newKey();
  #side: Side;
  #of: string;
  #events: LineEvents;
  #servers: () => Promise<readonly Server[]>;
  #stream: MediaStream | undefined;
  #source: EventSource | undefined;
  #peer: RTCPeerConnection | undefined;
  #channel: RTCDataChannel | undefined;
  #epoch = -1;
  #heard = 0;
  #said: Promise<unknown> = Promise.resolve();
  #inbox: Promise<unknown> = Promise.resolve();
  #joined = new Joined();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** `of` is the code for the asker and the id for the clerk; `servers` reads the servers for a new connection. */
  constructor(side: Side, of: string, servers: () => Promise<readonly Server[]>, events: LineEvents) {
    this.#side = side;
    this.#of = of;
    this.#servers = servers;
    this.#events = events;
    this.#listen();
  }

  #listen(): void {
    const query = { tab: this.tab, after: this.#heard };
    const address =
      this.#side === 'asker'
        ? hrefOf(remoteHelpContract.listenAsAsker, { params: { code: this.#of }, query })
        : hrefOf(remoteHelpContract.listenAsClerk, { params: { id: this.#of }, query });
    const source = new EventSource(address);
    this.#source = source;
    source.addEventListener('state', ({ data }: MessageEvent<string>) => {
      const { state, epoch, otherAway } = JSON.parse(data) as { state: string; epoch: number; otherAway: boolean };
      this.#events.otherAway(otherAway);
      this.#events.changed();
      if (epoch !== this.#epoch)
        this.#inbox = this.#inbox.then(() => this.#begin(epoch, state === 'talking')).catch(() => this.#failed());
      if (state === 'ended') this.close();
    });
    source.addEventListener('signal', ({ data }: MessageEvent<string>) => {
      const signal = JSON.parse(data) as Said & { id: number };
      this.#heard = signal.id;
      // One after the other: a candidate must not be taken before the description that it belongs to.
      this.#inbox = this.#inbox.then(() => this.#hear(signal)).catch(() => this.#failed());
    });
    source.addEventListener('elsewhere', () => {
      this.#events.elsewhere();
      this.close();
    });
    source.onerror = () => {
      source.close();
      if (this.#closed) return;
      this.#timer = setTimeout(() => this.#listen(), 1000 + Math.random() * 500);
      this.#events.changed();
    };
  }

  /** Two browsers that have not spoken yet, or another one than before. */
  async #begin(epoch: number, talking: boolean): Promise<void> {
    this.#drop();
    this.#joined = new Joined();
    this.#epoch = epoch;
    if (this.#closed || !talking) return;
    this.#events.begun();
    if (!('RTCPeerConnection' in globalThis)) return this.#events.link('none');
    this.#events.link('connecting');
    const iceServers = await this.#servers().catch(() => []);
    if (this.#closed || epoch !== this.#epoch) return;
    const peer = new RTCPeerConnection({ iceServers: [...iceServers] });
    this.#peer = peer;
    peer.onicecandidate = ({ candidate }) => {
      if (candidate) this.#say('candidate', JSON.stringify(candidate));
    };
    peer.ontrack = ({ track }) => {
      const stream = (this.#remote ??= new MediaStream());
      stream.addTrack(track);
      this.#events.remote(stream);
    };
    peer.onconnectionstatechange = () => {
      if (peer !== this.#peer) return;
      if (peer.connectionState === 'connected') this.#events.link('connected');
      if (['disconnected', 'failed'].includes(peer.connectionState)) {
        this.#events.link('lost');
        setTimeout(() => peer === this.#peer && peer.connectionState !== 'connected' && this.restart(), mends);
      }
    };
    if (this.#side === 'clerk') {
      this.#open(peer.createDataChannel('help'));
      peer.addTransceiver('audio', { direction: 'sendrecv' });
      peer.addTransceiver('video', { direction: 'sendrecv' });
      await this.#fill();
      await this.#offer();
    } else peer.ondatachannel = ({ channel }) => this.#open(channel);
  }
  #remote: MediaStream | undefined;

  #open(channel: RTCDataChannel): void {
    this.#channel = channel;
    channel.onopen = () => this.#events.link('connected');
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string' && data.length <= longest) this.#events.message(data);
    };
  }

  /** One offer at a time: an answer to the one before would be taken for the answer to this one. */
  async #offer(iceRestart = false): Promise<void> {
    const peer = this.#peer;
    if (!peer) return;
    this.#again = peer.signalingState !== 'stable';
    if (this.#again) return;
    await peer.setLocalDescription(await peer.createOffer({ iceRestart }));
    this.#say('offer', peer.localDescription!.sdp);
  }
  #again = false;

  async #hear({ epoch, kind, data }: Said): Promise<void> {
    if (kind === 'message') {
      const text = this.#joined.hear(data);
      return text === undefined ? undefined : this.#events.message(text);
    }
    const peer = this.#peer;
    if (!peer || epoch !== this.#epoch) return;
    if (kind === 'offer' && this.#side === 'asker') {
      await peer.setRemoteDescription({ type: 'offer', sdp: data });
      for (const one of peer.getTransceivers()) one.direction = 'sendrecv';
      await this.#fill();
      await peer.setLocalDescription(await peer.createAnswer());
      this.#say('answer', peer.localDescription!.sdp);
    }
    if (kind === 'answer') {
      await peer.setRemoteDescription({ type: 'answer', sdp: data });
      // Another way was asked for meanwhile; with the answer it may have been found already.
      if (this.#again && peer.connectionState !== 'connected') await this.#offer(true);
    }
    if (kind === 'candidate') await peer.addIceCandidate(JSON.parse(data) as RTCIceCandidateInit);
    if (kind === 'restart' && this.#side === 'clerk') await this.#offer(true);
  }

  /** Finds another way between the two (ICE restart); pictures and words go on where they were. */
  restart(): void {
    if (this.#side === 'clerk') void this.#offer(true).catch(() => this.#failed());
    else this.#say('restart', '');
  }

  #failed(): void {
    this.#events.link('lost');
  }

  /** What is sent of sound and picture from now on; without renegotiation. */
  async send(stream: MediaStream | undefined): Promise<void> {
    this.#stream = stream;
    await this.#fill();
  }
  async #fill(): Promise<void> {
    for (const { receiver, sender } of this.#peer?.getTransceivers() ?? []) {
      const track = this.#stream?.getTracks().find(({ kind }) => kind === receiver.track.kind) ?? null;
      await sender.replaceTrack(track);
    }
  }

  /** Whether what is said goes from browser to browser. While the way between the two is lost a channel only collects: over the server it arrives at once. */
  get stands(): boolean {
    return this.#peer?.connectionState === 'connected' && this.#channel?.readyState === 'open';
  }

  /** Says something to the other browser. */
  tell(message: object): void {
    const text = JSON.stringify(message);
    if (this.stands) this.#channel!.send(text);
    else for (const part of inParts(text)) this.#say('message', part);
  }

  /**
   * What is said over the server goes out in its order, again after a network or a server that was gone; what was meant for a connection
   * that is over is of no use.
   */
  #say(kind: Said['kind'], data: string): void {
    const body = { tab: this.tab, epoch: this.#epoch, kind, data };
    this.#said = this.#said.then(async () => {
      while (!this.#closed && body.epoch === this.#epoch) {
        try {
          if (this.#side === 'asker') await call(remoteHelpContract.sayAsAsker, { params: { code: this.#of }, body });
          else await call(remoteHelpContract.sayAsClerk, { params: { id: this.#of }, body });
          return;
        } catch (thrown) {
          const { passes, status, retryAfter } = asProblem(thrown);
          if (!passes && status !== 429) return;
          await new Promise((done) => setTimeout(done, (retryAfter ?? 1) * 1000));
        }
      }
    });
  }

  /** Figures of the connection, for tests and for those who look for a fault. */
  stats = (): Promise<RTCStatsReport> | undefined => this.#peer?.getStats();

  #drop(): void {
    this.#channel = undefined;
    this.#remote = undefined;
    this.#peer?.close();
    this.#peer = undefined;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#drop();
  }
}
