import { loadGeometryKernel, RiskContext, flagReport, geodesicArea_m2, parseIsoDate } from '@giapranh/core';
import { readProfileSources } from './index.js';
import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
test('t', async () => {
const k=await loadGeometryKernel();
for (const [id,days] of [['bac-kan',['2023-05-23','2026-01-01']],['can-tho',['2021-10-09','2026-01-01']]] as const) {
let t=Date.now();
const s=await readProfileSources('/work/main/data',id,k,{derivedFolder:'/tmp/risk/derived'});
console.log(id,'read',Date.now()-t, s.ok?s.notes.length+' notes':s.issues.slice(0,5)); if(!s.ok) return;
const c=new RiskContext(k,s.value);
for(const d of days){ t=Date.now();
 const v=c.registry.vintageAt(parseIsoDate(d)!); if(!v.ok) return;
 const g=c.ground(v.value.id); console.log(d,'ground',Date.now()-t, g.ok? g.value.borders.map(b=>b.pair+' '+(b.border.length_m/1000).toFixed(3)+' p'+b.border.parts+' '+JSON.stringify(b.border.snap)+' ov '+b.border.overlap_m2):g); t=Date.now(); if(!g.ok) return;
 console.log(g.value.watch.map(w=>[w.unit.code,w.unit.name,w.inheritance,(w.area_m2/1e6).toFixed(1),w.share.toFixed(3),w.watchOf.map(x=>x.name)].join(' ')).join('\n'));
 const r=flagReport(s.value.sites.flatMap(x=>x.sites),c,s.value.datasets,{asOf:parseIsoDate(d)!});
 console.log('report',Date.now()-t,r.ok?r.notes.filter(n=>n.code!=='site-outside').map(n=>n.code+' '+n.message.vi):r.issues); if(!r.ok) return;
 writeFileSync(`/tmp/risk/${id}-${d}.json`,JSON.stringify(r.value,null,1));
 console.log(JSON.stringify({...r.value.summary,communes:0,districts:0}));
}}
},600000);
