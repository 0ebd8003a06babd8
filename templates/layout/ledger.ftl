<#ftl output_format="XHTML">
<p>${intro}</p>
<div class="table long" id="ledger-table">
<table class="ledger">
<caption><span class="label">Ledger.</span> The entries behind the numbers of this report</caption>
<thead><tr><th scope="col" class="left w30">Entry</th><th scope="col" class="number w10">Shown</th><th scope="col" class="left w16">Value</th><th scope="col" class="number w8">n</th><th scope="col" class="left w36">How and from what</th></tr></thead>
<tbody>
<#list entries as e>
<tr id="${e.anchor}"><th scope="row" class="left">${e.description}<br/><code>${e.key}</code></th><td class="number">${e.display}</td><td class="left value">${e.value}</td><td class="number">${e.n}<#if e.missing != "0"><br/><span class="sub">${e.missing} missing</span></#if></td><td class="left how">${e.procedure}<br/><span class="sub">${e.origin}</span></td></tr>
</#list>
</tbody>
</table>
</div>
