import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

/** Shows a component as a reader would find it, in the document, so focus works. */
export function show<T>(
  component: Type<T>,
  inputs: Record<string, unknown> = {},
): { element: HTMLElement; fixture: ComponentFixture<T>; words: () => string } {
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  TestBed.tick();
  return { element, fixture, words: () => element.textContent.replace(/\s+/g, ' ').trim() };
}

export function type(input: Element | null, text: string): void {
  (input as HTMLInputElement).value = text;
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  TestBed.tick();
}
