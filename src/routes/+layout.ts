// No page of Waymark needs a script of ours yet, so none is sent (docs/decisions).
export const csr = false;
