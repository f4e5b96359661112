// Draws one file of bpmn/ and tells which of its elements can really be seen. Runs in the page of DrawingBoard.
const canSee = node => {
  const box = node.getBoundingClientRect();
  return box.width > 0 || box.height > 0;
};
const words = warnings => warnings.map(warning => warning.message ?? String(warning));
const place = () => {
  document.body.innerHTML = '<div id="canvas" style="width:1600px;height:1000px"></div>';
  return {container: '#canvas'};
};

/** Every shape and connection on every plane. */
window.drawBpmn = async xml => {
  const viewer = new BpmnJS(place());
  const {warnings} = await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const drawn = [];
  for (const plane of canvas.getRootElements()) {
    canvas.setRootElement(plane);
    canvas.zoom('fit-viewport');
    registry.forEach((element, graphics) => {
      if (!element.labelTarget && canvas.findRoot(element) === plane && canSee(graphics)) drawn.push(element.id);
    });
  }
  return {warnings: words(warnings), drawn};
};

/** Every element of the requirements diagram, every rule and column of the tables. */
window.drawDmn = async xml => {
  const viewer = new DmnJS(place());
  const {warnings} = await viewer.importXML(xml, {open: false});
  const all = words(warnings);
  const drawn = [];
  for (const view of viewer.getViews()) {
    all.push(...words((await viewer.open(view)).warnings));
    document.querySelectorAll('[data-element-id],[data-row-id],[data-col-id]').forEach(node => {
      if (canSee(node)) drawn.push(node.dataset.elementId ?? node.dataset.rowId, node.dataset.rowId, node.dataset.colId);
    });
  }
  return {warnings: all, drawn: [...new Set(drawn.filter(id => id))]};
};
