/**
 * Investment projects of the district. They are few, so they are acted with the verbs themselves, at instants of the past: the time that
 * each took is read from histories that came about by the rules.
 */
import { acts } from '#modules/cases';
import { addDays } from '#modules/deadlines';
import { decideFormal, endProject, examineSimulation, makeFormal, noteHelp, openProject, openStep, simulate, tickMenu } from '#modules/projects'; // prettier-ignore
import { SteppedClock, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { companyOf, projectTypeId, writtenProjects, type WrittenProject } from '../district/projects.ts';
import type { Company } from '../district/people.ts';
import { actorOf, type Member } from '../district/staff.ts';
import { Random } from '#platform/random';
import type { Matter } from './matters.ts';
import type { World } from './world.ts';

const allow = (): void => {};
const kinds = {
  a: 'accept',
  e: 'examine',
  g: 'grant',
  s: 'askSupplement',
  u: 'supplement',
  p: 'pause',
  r: 'resume',
} as const;
type Step = { day: number; run: () => Promise<unknown> };

/** Acts all projects up to the district's day. Returns how many there are. */
export async function actProjects(ground: Ground, world: World): Promise<number> {
  const steward = world.staff.members.find(({ login }) => login === 'steward');
  if (!steward) return 0;
  const clock = new SteppedClock(world.end);
  let acted = 0;
  for (const written of writtenProjects().projects) {
    const company = companyOf(world.people, written.trade);
    if (!company) continue;
    await new ProjectStory({ ...ground, clock }, clock, world, steward, company, written).act();
    acted += 1;
  }
  return acted;
}

class ProjectStory {
  readonly #ground: Ground;
  readonly #clock: SteppedClock;
  readonly #world: World;
  readonly #steward: Actor;
  readonly #company: Company;
  readonly #written: WrittenProject;
  #projectId = '';

  constructor(
    ground: Ground,
    clock: SteppedClock,
    world: World,
    steward: Member,
    company: Company,
    written: WrittenProject,
  ) {
    this.#ground = ground;
    this.#clock = clock;
    this.#world = world;
    this.#steward = actorOf(steward);
    this.#company = company;
    this.#written = written;
  }

  async act(): Promise<void> {
    const { name, address, investmentFen, facts, ticks, helps, course, end } = this.#written;
    if (!this.#goTo(0, true)) return;
    const { id } = await openProject(this.#ground, this.#steward, {
      actionId: newId(),
      typeId: projectTypeId(this.#world.plan),
      organisationId: this.#company.id,
      name,
      address,
      investmentFen,
      facts,
      plannedFrom: this.#dayOf(0),
      stewardContact: '0571-88106600 转 8016（区政务服务中心帮办区）',
    });
    this.#projectId = id;
    const steps: Step[] = [
      ...course.flatMap((line) => this.#stepsOf(line)),
      ...helps.map(([day, note]) => ({ day, run: () => noteHelp(this.#ground, this.#steward, id, { actionId: newId(), note }) })),
      ...ticks.map((written, at) => {
        const [key = '', on] = written.split(' ');
        return {
          day: on ? Number(on) : 1 + at * 9,
          run: () => tickMenu(this.#ground, this.#steward, id, key, { actionId: newId(), done: true }),
        };
      }),
      ...this.#simulation(),
    ]; // prettier-ignore
    for (const { day, run } of steps.toSorted((a, b) => a.day - b.day)) {
      if (!this.#goTo(day)) return;
      await run();
    }
    if (end && this.#goTo(360)) await endProject(this.#ground, this.#steward, id, { actionId: newId(), how: end });
  }

  #dayOf = (day: number): string => addDays(this.#world.plan.asOf, day - this.#written.daysAgo);

  /** Moves on to an hour of work of that day, or to the next one; false once the district's day has come. */
  #goTo(day: number, first = false): boolean {
    const { time, end } = this.#world;
    const begins = time.after(startOfDay(this.#dayOf(day)), 35);
    const next = first || begins > this.#clock.now() ? begins : time.after(this.#clock.now(), 18);
    if (next >= end) return false;
    this.#clock.set(next);
    return true;
  }

  #matterOf(key: string): Matter {
    const step = writtenProjects()
      .type.body.stages.flatMap(({ steps }) => steps)
      .find((one) => one.key === key)!;
    return this.#world.matters.find(({ code }) => code === step.itemCode)!;
  }

  /** What the company says and hands in. */
  #application(key: string) {
    const { plan, people } = this.#world;
    const { name, address, investmentFen } = this.#written;
    const { answers, situations, materials } = this.#matterOf(key).asking({
      random: new Random(plan.seed, 'project', this.#written.key, key),
      day: this.#dayOf(0),
      people,
      person: null,
      company: this.#company,
      agent: null,
      given: {
        kind: 'build', land: 'yes', works: 'building', project: 'building', invest: 'company',
        projectName: name, site: address, investment: investmentFen, legalRepresentative: this.#company.actors[0]!.name,
      },
    }); // prettier-ignore
    return {
      actionId: newId(),
      answers,
      situations,
      materials: materials.map(({ id }) => ({ materialId: id, how: 'paper' as const, fileIds: [] })),
      delivery: { way: 'electronic' as const },
      signature: { way: 'confirmed' as const },
    };
  }

  #stepsOf(line: string): Step[] {
    const [key = '', opened, ...rest] = line.split(' ');
    let caseId = '';
    let pauseId = '';
    const desk = this.#world.staff.heads.get(this.#matterOf(key).departmentId)?.[0];
    if (!desk) return [];
    const who = { actor: actorOf(desk), allow };
    const open = async (): Promise<void> => {
      const project = { actor: this.#steward, allow };
      ({ caseId } = await openStep(this.#ground, project, this.#projectId, key, this.#application(key)));
    };
    return [
      { day: Number(opened), run: open },
      ...rest.map((word): Step => {
        const [, letter, day, procedure] = /^([aegsupr])(\d+)(?::(\w+))?$/.exec(word)!;
        const kind = kinds[letter as keyof typeof kinds];
        return {
          day: Number(day),
          run: async () => {
            const actionId = newId();
            const more = {
              accept: {},
              examine: { opinion: '材料齐全，符合规定', proposal: 'grant' },
              grant: { issueNow: true },
              askSupplement: { wanted: [{ what: '设计方案退界尺寸标注不全，请补正' }] },
              supplement: { materials: [{ materialId: key === 'permit' ? 'drawings' : 'design', how: 'paper', fileIds: [] }] },
              pause: { procedure, reason: '组织专家评审', plannedEnd: addDays(this.#dayOf(Number(day)), 16) },
              resume: { pauseId, outcome: '专家评审通过' },
            }[kind];
            if (kind === 'pause') pauseId = actionId;
            await acts[kind](this.#ground, who, caseId, { actionId, ...more } as never);
          },
        };
      }),
      ...rest.flatMap((word) => (word.startsWith('g') ? [this.#handOver(who, () => caseId, Number(word.slice(1)) + 1)] : [])),
    ]; // prettier-ignore
  }

  /** The result goes to the company on the day after it was made out: nothing of a decided step is left open. */
  #handOver = (who: { actor: Actor; allow: () => void }, caseOf: () => string, day: number): Step => ({
    day,
    run: () => acts.deliver(this.#ground, who, caseOf(), { actionId: newId(), way: 'electronic' }),
  });

  /** A simulated approval of a step whose conditions are not all met, and what the department said to it. */
  #simulation(): Step[] {
    const { simulate: asked } = this.#written;
    const desk = asked && this.#world.staff.heads.get(this.#matterOf(asked.step).departmentId)?.[0];
    if (!desk) return [];
    const who = { actor: this.#steward, allow };
    let begun: Awaited<ReturnType<typeof simulate>>;
    return [
      {
        day: asked.on,
        run: async () => {
          const named = asked.missing.map(({ materialId }) => materialId);
          const { materials, ...rest } = this.#application(asked.step);
          const there = materials.filter(({ materialId }) => !named.includes(materialId));
          const body = { ...rest, materials: there, missing: asked.missing };
          begun = await simulate(this.#ground, who, this.#projectId, asked.step, body);
        },
      },
      {
        day: asked.examine,
        run: () =>
          examineSimulation(this.#ground, actorOf(desk), begun, {
            actionId: newId(),
            opinion: asked.opinion,
            proposal: 'grant',
          }),
      },
      ...(asked.formal === undefined ? [] : [{ day: asked.formal, run: async () => { begun = await makeFormal(this.#ground, who, begun.id, this.#application(asked.step)); } }]),
      ...(asked.decide === undefined ? [] : [{
        day: asked.decide,
        run: async () => {
          const head = { actor: actorOf(desk), allow };
          await decideFormal(this.#ground, head, begun, { actionId: newId(), looked: begun.again ?? [] });
          await acts.issue(this.#ground, head, begun.caseId!, { actionId: newId() });
        },
      }, this.#handOver({ actor: actorOf(desk), allow }, () => begun.caseId!, asked.decide + 1)]),
    ]; // prettier-ignore
  }
}
