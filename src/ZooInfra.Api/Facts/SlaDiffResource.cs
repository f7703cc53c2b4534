using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary><c>sla/diff?from=1&amp;to=2</c>: what changes from one version of the promise to another.</summary>
internal sealed class SlaDiffResource(Client client)
{
    public const string Name = "sla/diff";

    private static readonly StringValues Kept = "private, max-age=3600";

    private readonly EquatableArray<ContractVersion<SlaPromise>> _versions = ContractVersions.OfSla(client.Contract);

    public Task AnswerAsync(HttpContext context)
    {
        if (!FactSender.IsRead(context.Request))
        {
            return FactSender.RefuseMethodAsync(context);
        }

        var (from, to) = (Number(context.Request.Query["from"]), Number(context.Request.Query["to"]));
        if (from is null || to is null)
        {
            return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, $"Say which two versions to compare, by number: ?from=1&to=2. '{client.Id}' has {Numbers}.");
        }

        return Find(from.Value) is not { } former ? UnknownAsync(context, from.Value)
            : Find(to.Value) is not { } latter ? UnknownAsync(context, to.Value)
            : FactSender.SendAsync(context, DayAnswer.Of(SlaDiffAnswer.Of(former, latter)), Kept, null);
    }

    private string Numbers => _versions.Count == 1 ? "one version, 1" : string.Create(CultureInfo.InvariantCulture, $"versions 1 to {_versions.Count}");

    private static int? Number(StringValues text)
        => text is [{ } written] && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private ContractVersion<SlaPromise>? Find(int number) => number >= 1 && number <= _versions.Count ? _versions[number - 1] : null;

    private Task UnknownAsync(HttpContext context, int number)
        => Problem.WriteAsync(context, StatusCodes.Status404NotFound, string.Create(CultureInfo.InvariantCulture, $"The SLA of '{client.Id}' has no version {number}; it has {Numbers}."));
}
