// A dataset writer that writes none: what runs beside it has the machine for itself.
process.on('message', (message) => {
  if (message.type === 'start') process.send({ type: 'ready' });
  else process.send({ type: 'reply', id: message.id, reply: { ok: true, report: null } });
});
process.on('disconnect', () => process.exit(0));
