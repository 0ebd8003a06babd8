<#ftl output_format="XHTML">
<p>${intro}</p>
<div class="table long" id="ledger-table">
<table class="ledger">
<caption><span class="label">Ledger.</span> The entries behind the numbers of this report</caption>
<thead><tr><th scope="col" class="left w56">Entry and key</th><th scope="col" class="number w12">Shown</th><th scope="col" class="left w22">Value</th><th scope="col" class="number w10">n</th></tr></thead>
<tbody>
<#list blocks as b>
<tr class="heading"><th scope="rowgroup" colspan="4"><b>${b.analysis}.</b> <span class="procedure">${b.procedure}</span>. <span class="origin">${b.origin}</span></th></tr>
<#list b.entries as e>
<tr id="${e.anchor}"<#if e.within != ""> data-within="${e.within}"</#if>><th scope="row" class="left">${e.description} <code>${e.key}</code></th><td class="number">${e.display}</td><td class="left value">${e.value}</td><td class="number">${e.n}<#if e.missing != "0"> (${e.missing} missing)</#if></td></tr>
</#list>
</#list>
</tbody>
</table>
</div>
