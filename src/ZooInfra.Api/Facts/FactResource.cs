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
        if (AsOf.IsAskedFor(context.Request))
        {
            return fact.IsLive ? AsOf.RefuseAsync(context, $"'{fact.Name}' is what the class of '{client.Id}' says now, of no other day; leave as_of out.") : AnswerAsOfAsync(context, now);
        }

        return _now is { } kept && kept.From <= now && now < kept.To ? SendAsync(context, kept, now) : TodayAsync(context, now);
    }

    private Task TodayAsync(HttpContext context, Instant now)
    {
        var day = clock.DayOf(now);
        return !ContractVersions.Covers(client.Contract, day) ? ContractTerm.RefuseAsync(context, client.Contract, day)
            : fact.On(day) is not { } answer ? NothingAsync(context, day)
            : fact.IsLive ? FactSender.SendAsync(context, answer, FactSender.AlwaysAsk, null)
            : SendAsync(context, _now = Keep(answer, day, now), now);
    }

    private Task AnswerAsOfAsync(HttpContext context, Instant now)
        => AsOf.Read(context.Request) is not { } day ? AsOf.RefuseAsync(context)
            : !ContractVersions.Covers(client.Contract, day) ? ContractTerm.RefuseAsync(context, client.Contract, day)
            : fact.On(day) is not { } answer ? NothingAsync(context, day)
            : FactSender.SendAsync(context, answer, KeptLongest, SinceOf(answer, now));

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

    /// <summary>
    /// When the answer became this one, as far as this host knows: on its first day, or when the host began to serve it, since a former build may have answered
    /// otherwise for the same day. Never later than now (RFC 9110, section 8.8.2.1).
    /// </summary>
    private DateTimeOffset? SinceOf(DayAnswer answer, Instant now)
        => answer.Since is { Year: > 1 } since && Instant.Max(clock.StartOf(since), clock.Began) is var start && start <= now ? start.ToDateTimeOffset() : null;

    private Task NothingAsync(HttpContext context, LocalDate day)
        => Problem.WriteAsync(context, StatusCodes.Status404NotFound, $"'{fact.Name}' of '{client.Id}' is not in force on {Text(day)}{(fact.First is { } first ? $": it begins on {Text(first)}" : "")}.");

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>The answer that is given now, and the instants between which it is.</summary>
    private sealed record Now(DayAnswer Answer, Instant From, Instant To, DateTimeOffset? Since);
}
