import MiniSearch from 'minisearch'
import SQLite from 'better-sqlite3'
import { ParagraphIndex } from '../../src/search/paragraph-index.ts'
const cpu=()=>{const u=process.cpuUsage();return u.user/1000+u.system/1000}
  const db=new SQLite('/tmp/utsaga-bench/f9d97be3fcd48e51.sqlite',{readonly:true})
  const texts=db.prepare('select text from source_version').all() as any[]
  const t0=cpu()
  const plain = new MiniSearch<any>({ fields: ['text'] })
  plain.addAll(texts.flatMap(({ text }) => text.split('\n')).map((text, id) => ({ id, text })))
  console.log('mini',cpu()-t0)
  global.gc!(); const m0=process.memoryUsage()
  const t1=cpu()
  const ix=new ParagraphIndex()
  texts.forEach(({text},id)=>ix.add({id,language:'sv',text})); 
  console.log('added',cpu()-t1)
  ix.arrange(texts.map((_,i)=>i))
  console.log('ours',cpu()-t1)
  global.gc!(); const m1=process.memoryUsage()
  console.log('MB', (m1.heapUsed-m0.heapUsed)/1e6, (m1.arrayBuffers-m0.arrayBuffers)/1e6)
  const words=texts.flatMap(t=>t.text.split(/[^\p{L}]+/u)).filter((w:string)=>w.length>=4)
  let seed=7; const rnd=()=>(seed=(seed*1103515245+12345)&0x7fffffff)/0x7fffffff
  const w=()=>words[Math.floor(rnd()*words.length)].toLowerCase()
  const run=(name:string,q:()=>string,n=200)=>{ const s:number[]=[]; let tot=0; for(let i=-20;i<n;i++){const query=q(); const a=cpu(); tot+=ix.search(query,{limit:50,order:'text'}).total; if(i>=0)s.push(cpu()-a)} s.sort((a,b)=>a-b); console.log(name.padEnd(12),'p50',s[n>>1]!.toFixed(2),'p95',s[Math.floor(n*.95)]!.toFixed(2),'max',s[n-1]!.toFixed(2),'avg total',tot/n) }
  run('word',()=>w()+' ')
  run('typing',()=>w())
  run('prefix',()=>w().slice(0,3)+'*')
  run('and3',()=>`${w()} ${w()} ${w()} `)
  run('fuzzy',()=>w()+'~ ')
  run('typo',()=>{const x=w();return x.slice(0,2)+'q'+x.slice(2)+' '})
  const ph=()=>{const t=texts[Math.floor(rnd()*200)].text.split(/\s+/); const i=Math.floor(rnd()*(t.length-5)); return '"'+t.slice(i,i+3).join(' ').replace(/[^\p{L} ]/gu,'')+'"'}
  run('phrase',ph)
  run('near',()=>ph()+'~5')
  run('letter',()=>'abdefghijklmnoprstuvyåäö'[Math.floor(rnd()*24)]!)
  run('stop',()=>['och','det','att','i','en'][Math.floor(rnd()*5)]!+' ')
  { const s:number[]=[]; for(let i=0;i<40;i++){ const {text}=texts[i]; const a=cpu(); ix.remove(i); ix.add({id:i,language:'sv',text:text+' tillägg'}); ix.arrange(texts.map((_,i)=>i)); ix.search(w()+' '); s.push(cpu()-a)} s.sort((a,b)=>a-b); console.log('update p50',s[20],'p95',s[37]) }
