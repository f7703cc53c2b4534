using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary>A fact at its URL: as of today or of another day within the contract, kept by callers for as long as it can stay the same.</summary>
internal sealed class FactResource(Client client, Fact fact, ClientClock clock)
{
    private static readonly Duration LongestKept = Duration.FromHours(1);
    private static readonly StringValues KeptLongest = "private, max-age=3600";

    private volatile Now? _now;

    /// <summary>The fact's name, for those who look for another one.</summary>
    public string Name => fact.Name;

    public Task AnswerAsync(HttpContext context)
    {
        if (!FactSender.IsRead(context.Request))
        {
            return FactSender.RefuseMethodAsync(context);
        }

        var now = clock.Now;
        if (context.Request.QueryString.HasValue && context.Request.Query["as_of"] is { Count: > 0 } asOf)
        {
            return AnswerAsOfAsync(context, asOf, now);
        }

        if (fact.IsLive)
        {
            return TodayAsync(context, clock.DayOf(now), day => FactSender.SendAsync(context, fact.On(day)!, FactSender.AlwaysAsk, null));
        }

        return _now is { } kept && kept.From <= now && now < kept.To
            ? SendAsync(context, kept, now)
            : TodayAsync(context, clock.DayOf(now), day => fact.On(day) is { } answer ? SendAsync(context, _now = Keep(answer, day, now), now) : NothingAsync(context, day));
    }

    private Task TodayAsync(HttpContext context, LocalDate day, Func<LocalDate, Task> answer)
        => ContractVersions.Covers(client.Contract, day) ? answer(day) : OutOfTermAsync(context, day);

    private Task AnswerAsOfAsync(HttpContext context, StringValues text, Instant now)
    {
        if (text is not [{ } written] || LocalDatePattern.Iso.Parse(written) is not { Success: true, Value: var day })
        {
            return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, $"as_of is one day like 2027-03-31, not {Problem.Quote(text.ToString())}.");
        }

        if (!ContractVersions.Covers(client.Contract, day))
        {
            return OutOfTermAsync(context, day);
        }

        return fact.On(day) is not { } answer ? NothingAsync(context, day)
            : FactSender.SendAsync(context, answer, fact.IsLive ? FactSender.AlwaysAsk : KeptLongest, SinceOf(answer, now));
    }

    private static Task SendAsync(HttpContext context, Now kept, Instant now)
    {
        var left = kept.To - now;
        return FactSender.SendAsync(
            context,
            kept.Answer,
            left >= LongestKept ? KeptLongest : string.Create(CultureInfo.InvariantCulture, $"private, max-age={(long)left.TotalSeconds}"),
            kept.Since);
    }

    private Now Keep(DayAnswer answer, LocalDate day, Instant now)
    {
        var ends = client.Contract.Ends is { } last && last < LocalDate.MaxIsoValue ? last.PlusDays(1) : (LocalDate?)null;
        var until = answer.Until is { } next && !(next > ends) ? next : ends;
        return new(answer, clock.StartOf(day), until is { } end ? clock.StartOf(end) : Instant.MaxValue, SinceOf(answer, now));
    }

    /// <summary>Last-Modified is never later than the answer (RFC 9110, section 8.8.2.1).</summary>
    private DateTimeOffset? SinceOf(DayAnswer answer, Instant now)
        => answer.Since is { Year: > 1 } since && clock.StartOf(since) is var start && start <= now ? start.ToDateTimeOffset() : null;

    private Task OutOfTermAsync(HttpContext context, LocalDate day)
        => Problem.WriteAsync(context, StatusCodes.Status404NotFound, $"The contract of '{client.Id}' does not hold on {Text(day)}: {Term(client.Contract)}.");

    private Task NothingAsync(HttpContext context, LocalDate day)
        => Problem.WriteAsync(context, StatusCodes.Status404NotFound, $"'{fact.Name}' of '{client.Id}' is not in force on {Text(day)}{(fact.First is { } first ? $": it begins on {Text(first)}" : "")}.");

    private static string Term(TenantContract contract) => (contract.Effective, contract.Ends) switch
    {
        ({ } first, { } last) => $"it holds from {Text(first)} to {Text(last)}",
        ({ } first, null) => $"it holds from {Text(first)} on",
        (_, var last) => $"it held until {Text(last!.Value)}",
    };

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>The answer that is given now, and the instants between which it is.</summary>
    private sealed record Now(DayAnswer Answer, Instant From, Instant To, DateTimeOffset? Since);
}
