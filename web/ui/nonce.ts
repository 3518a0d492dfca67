/**
 * The number that lets styles written at run time pass the content security policy; the server makes one for each answer.
 * antd takes it by `ConfigProvider`, except where it measures the scroll bar and where it holds the page still behind a
 * dialog: these style elements are given it here.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce || undefined;

if (nonce) {
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
