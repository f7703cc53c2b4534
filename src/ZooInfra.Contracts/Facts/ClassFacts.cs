namespace ZooInfra.Contracts;

/// <summary>Checks facts that stand on a class. Source code is plain: hours there are ASCII and of one form, where a signed file may use a dash of print.</summary>
public static class ClassFacts
{
    /// <summary>What cannot be read on a class, or is not in plain form.</summary>
    public static EquatableArray<FactProblem> Check(TenantFacts onClass)
    {
        var problems = ContractReader.ReadPart(onClass).Problems.ToList();
        for (var index = 0; index < onClass.PatchWindows.Count; index++)
        {
            var hours = onClass.PatchWindows[index].Hours;
            if (PatchWindowReader.Plain(hours) is { } plain && plain != hours)
            {
                var dash = hours.FirstOrDefault(c => c > '\x7F');
                var why = dash == default ? "are not in the form HH:MM-HH:MM" : $"have a dash that is not '-' but U+{(int)dash:X4}";
                problems.Add(new(FactPath.WindowHours(index), "ZOO1005", $"Patch window hours '{hours}' {why}; write {plain}"));
            }
        }

        return new(problems);
    }

    /// <summary>
    /// <paramref name="hours"/> as a class writes them: <c>-</c> for any dash, two digits an hour, no spare spaces, the zone kept if there is one;
    /// numbers that were times before YAML 1.1 read them are times again; null when they are not two times of day.
    /// </summary>
    public static string? PlainHours(string hours) => PatchWindowReader.Plain(hours) ?? PatchWindowReader.Meant(hours);

    /// <summary>Whether <paramref name="hours"/> carry a zone of their own: <c>02:00-04:00 UTC</c>.</summary>
    public static bool HoursHaveZone(string hours) => PatchWindowReader.HasZone(hours);
}
