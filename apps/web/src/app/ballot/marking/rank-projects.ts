import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  model,
  signal,
} from '@angular/core';
import { splitChoices, type Choice, type StylePaper } from '@commonthread/ballot-protocol';
import { ErrorMessage } from '@commonthread/govuk';
import { ProjectFacts } from './project-facts.js';

/** A ranking made by buttons, so that it needs no dragging: add, up, down, take out. */
@Component({
  selector: 'ct-rank-projects',
  imports: [ErrorMessage, ProjectFacts],
  templateUrl: './rank-projects.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankProjects {
  private readonly injector = inject(Injector);

  readonly paper = input.required<StylePaper>();
  readonly currency = input.required<string>();
  readonly how = input.required<string>();
  readonly error = input<string | null>(null);
  readonly proposals = input<ReadonlyMap<string, number>>(new Map());
  readonly choices = model.required<readonly Choice[]>();

  /** What was just done, for those who do not see it. */
  protected readonly said = signal('');
  private readonly ids = computed(() => splitChoices(this.choices()).choices);
  protected readonly ranked = computed(() => {
    const byId = new Map(this.paper().projects.map((project) => [project.id, project]));
    return this.ids().flatMap((id) => byId.get(id) ?? []);
  });
  protected readonly others = computed(() => {
    const ranked = new Set(this.ids());
    return this.paper().projects.filter(({ id }) => !ranked.has(id));
  });

  protected add(id: string, title: string): void {
    const place = this.ids().length + 1;
    this.set([...this.ids(), id], $localize`${title}:project: is now number ${place}:place:.`);
    this.focus([`rank-out-${id}`]);
  }

  protected move(at: number, by: 1 | -1, title: string): void {
    const ids = [...this.ids()];
    const id = ids[at];
    const other = ids[at + by];
    if (id === undefined || other === undefined) return;
    [ids[at], ids[at + by]] = [other, id];
    this.set(ids, $localize`${title}:project: is now number ${at + by + 1}:place:.`);
    const [same, turned] = by < 0 ? ['up', 'down'] : ['down', 'up'];
    this.focus([`rank-${same}-${id}`, `rank-${turned}-${id}`]);
  }

  protected takeOut(id: string, title: string): void {
    this.set(
      this.ids().filter((each) => each !== id),
      $localize`${title}:project: is no longer in your order.`,
    );
    this.focus([`rank-add-${id}`]);
  }

  private set(ids: readonly string[], said: string): void {
    this.choices.set(ids);
    this.said.set(said);
  }

  /** The button that was pressed has moved or is gone: the next best takes the focus. */
  private focus(ids: readonly string[]): void {
    afterNextRender(
      () =>
        ids
          .map((id) => document.getElementById(id))
          .find((element) => element !== null)
          ?.focus(),
      { injector: this.injector },
    );
  }
}
