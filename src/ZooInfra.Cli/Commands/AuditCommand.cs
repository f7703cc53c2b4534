using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using ZooInfra.Api.Audit;
using ZooInfra.Api.Storage;
using ZooInfra.Cli.Display;
using ZooInfra.Cli.Workspace;

namespace ZooInfra.Cli.Commands;

/// <summary>The commands that check and read the audit of the API.</summary>
internal static class AuditCommand
{
    private const int HashLength = 64;

    public static Command Create(Platform platform, Terminal terminal) => new("audit", "Check and read who did what over the API.")
    {
        Verify(terminal),
        List(platform, terminal),
    };

    private static Command Verify(Terminal terminal)
    {
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var head = new Option<string?>("--head") { Description = "A head that was written down before; it must be on the chain.", HelpName = "HASH" };
        var database = KeyCommand.DatabaseOption();
        var command = new Command("verify", "Walk the chain of hashes from the first row to the last.") { head, json, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var known = parsed.GetValue(head);
            if (known is not null && (known.Length != HashLength || !known.All(char.IsAsciiHexDigit)))
            {
                throw new CliException(ExitCode.Usage, $"--head takes the {HashLength} hex digits that an earlier 'zoo audit verify' printed.");
            }

            await using var connection = await ConnectAsync(parsed.GetValue(database), terminal, cancellationToken);
            var verdict = Guard(() => AuditVerdict.Walk(connection, known));
            terminal.Out.WriteLine(parsed.GetValue(json) ? Json(verdict) : Text(verdict));
            if (verdict.Broken is { } broken)
            {
                terminal.Error.WriteLine($"error: {broken}");
            }

            return verdict.Broken is null ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static Command List(Platform platform, Terminal terminal)
    {
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON, a line a row." };
        var client = new Option<string?>("--client", "-c") { Description = "Only what is about this client.", HelpName = "ID" };
        client.CompletionSources.Add(_ => platform.Clients.Select(known => new CompletionItem(known.Id)));
        var since = new Option<string?>("--since") { Description = "Only what happened from this day or instant on, UTC.", HelpName = "DATE" };
        var database = KeyCommand.DatabaseOption();
        var command = new Command("ls", "List the rows, the oldest first.") { client, since, json, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            DateTimeOffset? from = parsed.GetValue(since) is { } day ? Days.Parse(day, "--since") : null;
            await using var connection = await ConnectAsync(parsed.GetValue(database), terminal, cancellationToken);
            return Guard(() =>
            {
                foreach (var (row, hash) in AuditTable.Read(connection, parsed.GetValue(client), from))
                {
                    terminal.Out.WriteLine(parsed.GetValue(json) ? Json(row, hash) : Text(row));
                }

                return ExitCode.Done;
            });
        });
        return command;
    }

    private static async Task<Microsoft.Data.Sqlite.SqliteConnection> ConnectAsync(string? database, Terminal terminal, CancellationToken cancellationToken)
        => await (await ApiPlace.OpenAsync(database, terminal, make: false, cancellationToken)).ConnectAsync(cancellationToken);

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            throw new CliException(ExitCode.Failed, $"The audit cannot be read: {e.Message}", e);
        }
    }

    private static string Text(AuditVerdict verdict) => verdict.From is null
        ? "No rows."
        : $"{verdict.Rows} row{(verdict.Rows == 1 ? "" : "s")} hold, from {Instants.Text(verdict.From.Value)} to {Instants.Text(verdict.To!.Value)}.{Environment.NewLine}Head: {verdict.Head}";

    private static string Json(AuditVerdict verdict) => new JsonObject
    {
        ["holds"] = verdict.Broken is null,
        ["rows"] = verdict.Rows,
        ["from"] = verdict.From is { } from ? Instants.Text(from) : null,
        ["to"] = verdict.To is { } to ? Instants.Text(to) : null,
        ["head"] = verdict.Head,
        ["broken"] = verdict.Broken,
    }.ToJsonString(JsonOptions.Indented);

    private static string Text(AuditRow row) => string.Join(
        '\t',
        Instants.Text(DateTimeOffset.FromUnixTimeMilliseconds(row.At)),
        row.Entry.Caller,
        row.Entry.Action,
        row.Entry.Client ?? "-",
        row.Entry.Target ?? "-",
        row.Entry.RequestId ?? "-",
        row.Entry.Outcome);

    private static string Json(AuditRow row, byte[] hash) => new JsonObject
    {
        ["number"] = row.Number,
        ["at"] = Instants.Text(DateTimeOffset.FromUnixTimeMilliseconds(row.At)),
        ["caller"] = row.Entry.Caller,
        ["action"] = row.Entry.Action,
        ["client"] = row.Entry.Client,
        ["target"] = row.Entry.Target,
        ["request_id"] = row.Entry.RequestId,
        ["outcome"] = row.Entry.Outcome,
        ["hash"] = Convert.ToHexStringLower(hash),
    }.ToJsonString(JsonOptions.Relaxed);
}
