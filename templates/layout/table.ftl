<#ftl output_format="XHTML">
<div id="tab-${id}" class="table<#if table.rows?size gt 24> long</#if>">
<table>
<caption><span class="label">Table ${number}.</span> ${caption?no_esc}<#if status?has_content> <span class="mark">${status}.</span></#if></caption>
<thead><tr>
<#list table.columns as c><th scope="col" class="${c.align?lower_case}">${c.header?no_esc}</th>
</#list></tr></thead>
<tbody>
<#list table.rows as r>
<#if r.kind == "HEADING">
<tr class="heading"><th scope="rowgroup" colspan="${table.columns?size?c}">${r.cells[0].xhtml?no_esc}</th></tr>
<#else>
<tr<#if r.kind == "INDENTED"> class="indented"</#if>><#list r.cells as cell><#if cell?index == 0><th scope="row" class="left">${cell.xhtml?no_esc}</th><#else><td class="${table.columns[cell?index].align?lower_case}"<#if paddings[r?index][cell?index] != ""> style="padding-right:${paddings[r?index][cell?index]}em"</#if>>${cell.xhtml?no_esc}</td></#if></#list></tr>
</#if>
</#list>
</tbody>
</table>
<#if notes?has_content><div class="notes"><#list notes as n><p>${n?no_esc}</p></#list></div></#if>
</div>
