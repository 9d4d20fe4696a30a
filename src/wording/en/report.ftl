### The report: headings and what stands between figures.

chapter-staffing = The staffing model
chapter-staffing-lead = How much of the week the desks take, where they hold more people than they need, and what is left.
chapter-partners = Time with partners
chapter-partners-lead = When schools, shelters, employers and others can meet, and what becomes of each hour of it.
chapter-groups = Who is out of reach
chapter-groups-lead = Which groups the schedule leaves without a time to meet, by hours and by number of partners.
chapter-hours = Opening hours
chapter-hours-lead = Whether the doors are open when partners can come.
chapter-job-descriptions = Job descriptions
chapter-job-descriptions-lead = What the descriptions say, beside what the schedule does and makes possible.
chapter-planning = Planning and assessment are work
chapter-planning-lead = A visit is prepared before and assessed after. That takes hours of the schedule, too.
chapter-departments = Working across departments
chapter-departments-lead = When people of different departments are off the desk together, and could plan as one.
