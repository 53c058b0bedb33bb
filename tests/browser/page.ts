/** For the tests that still ask for it here: it moved to tests/support/browser/page.ts. */
export * from '../support/browser/page';
