using Microsoft.AspNetCore.Http;
using ZooInfra.Api.Facts;

namespace ZooInfra.Api;

/// <summary>Something at a URL that never changes: negotiated between text and JSON, validated by entity tag, read-only. Its bodies are made once.</summary>
internal sealed class ContractResource(ContractBody text, ContractBody json)
{
    private readonly DayAnswer _answer = DayAnswer.Of(text, json);

    public Task AnswerAsync(HttpContext context)
        => FactSender.IsRead(context.Request) ? FactSender.SendAsync(context, _answer, FactSender.AlwaysAsk, null) : FactSender.RefuseMethodAsync(context);
}
