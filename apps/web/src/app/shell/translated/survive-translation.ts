import { isPlatformBrowser } from '@angular/common';
import {
  DOCUMENT,
  type EnvironmentProviders,
  inject,
  PLATFORM_ID,
  provideEnvironmentInitializer,
  type Renderer2,
  RendererFactory2,
} from '@angular/core';
import { StandIns } from './stand-ins.js';

/**
 * Keeps every page alive while a browser translates it. Angular writes into the text nodes it made; here each write,
 * insertion and removal first finds what the translation has put in their place. The translator sees the new words come
 * and translates them again.
 */
export function surviveTranslation(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    if (!isPlatformBrowser(inject(PLATFORM_ID))) return;
    const standIns = new StandIns(inject(DOCUMENT));
    const factory = inject(RendererFactory2);
    const create = factory.createRenderer.bind(factory);
    const known = new WeakSet<Renderer2>();
    factory.createRenderer = (host, type) => {
      const renderer = create(host, type);
      if (!known.has(renderer)) followTranslation(renderer, standIns);
      known.add(renderer);
      return renderer;
    };
  });
}

function followTranslation(renderer: Renderer2, standIns: StandIns): void {
  const { setValue, insertBefore, removeChild } = renderer;

  renderer.setValue = (text: Node, value) => {
    const standIn = standIns.of(text);
    if (standIn) standIns.quietly(() => standIn.replaceWith(text));
    setValue.call(renderer, text, value);
  };
  renderer.insertBefore = (parent: Node | null, child, before: Node | null, isMove) => {
    const place = before && placeOf(before, parent, standIns);
    standIns.quietly(() => insertBefore.call(renderer, parent, child, place, isMove));
  };
  renderer.removeChild = (parent, child: Node, isHost, settled) => {
    const standIn = standIns.of(child);
    standIns.quietly(() => {
      standIn?.remove();
      removeChild.call(renderer, parent, child, isHost, settled);
    });
  };
}

/** The child of `parent` that shows this node: itself, what stands in for it, or what was wrapped around it. */
function placeOf(node: Node, parent: Node | null, standIns: StandIns): Node | null {
  let place: Node | null = standIns.of(node) ?? node;
  while (place && place.parentNode !== parent) place = place.parentNode;
  return place;
}
