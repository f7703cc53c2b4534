using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary><c>sla/diff?from=1&amp;to=2</c>: what changes from one version of the promise to another.</summary>
internal sealed class SlaDiffResource(Client client, ClientClock clock)
{
    public const string Name = "sla/diff";

    private static readonly StringValues Kept = "private, max-age=3600";

    public Task AnswerAsync(HttpContext context)
    {
        if (!FactSender.IsRead(context.Request))
        {
            return FactSender.RefuseMethodAsync(context);
        }

        if (AsOf.IsAskedFor(context.Request))
        {
            return AsOf.RefuseAsync(context, "sla/diff compares two versions by their numbers, on whatever day; leave as_of out. sla?as_of=DAY says which version was in force.");
        }

        var today = clock.DayOf(clock.Now);
        if (!ContractVersions.Covers(client.Contract, today))
        {
            return ContractTerm.RefuseAsync(context, client.Contract, today);
        }

        var versions = ContractVersions.OfSla(client.Contract);
        var (from, to) = (Number(context.Request.Query["from"]), Number(context.Request.Query["to"]));
        if (from is null || to is null)
        {
            return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, $"Say which two versions to compare, by number: ?from=1&to=2. '{client.Id}' has {Numbers(versions)}.");
        }

        return Find(versions, from.Value) is not { } former ? UnknownAsync(context, versions, from.Value)
            : Find(versions, to.Value) is not { } latter ? UnknownAsync(context, versions, to.Value)
            : FactSender.SendAsync(context, DayAnswer.Of(SlaDiffAnswer.Of(former, latter)), Kept, null);
    }

    private static string Numbers(EquatableArray<ContractVersion<SlaPromise>> versions) => versions.Count == 1 ? "one version, 1" : string.Create(CultureInfo.InvariantCulture, $"versions 1 to {versions.Count}");

    private static int? Number(StringValues text)
        => text is [{ } written] && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ContractVersion<SlaPromise>? Find(EquatableArray<ContractVersion<SlaPromise>> versions, int number) => number >= 1 && number <= versions.Count ? versions[number - 1] : null;

    private Task UnknownAsync(HttpContext context, EquatableArray<ContractVersion<SlaPromise>> versions, int number)
        => Problem.WriteAsync(context, StatusCodes.Status404NotFound, string.Create(CultureInfo.InvariantCulture, $"The SLA of '{client.Id}' has no version {number}; it has {Numbers(versions)}."));
}
